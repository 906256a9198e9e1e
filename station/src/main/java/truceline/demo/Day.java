package truceline.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// The whole of what is handed in and stated, drawn from a seed. Immutable.
///
/// @param parcels the files, in no order
/// @param turns files and statements in the order of time
record Day(List<Parcel> parcels, List<Turn> turns) {
    Day {
        parcels = List.copyOf(parcels);
        turns = List.copyOf(turns);
    }

    static Day draw(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Land land = Land.read();
        List<Happening> happenings = Happenings.draw(random.split(), land);
        List<Parcel> parcels = new ArrayList<>();
        parcels.addAll(SensorFiles.write(random.split(), happenings));
        parcels.addAll(PatrolFiles.write(random.split(), happenings));
        parcels.addAll(OtherFiles.write(random.split(), land, happenings));
        parcels.addAll(ClaimLists.write(random.split(), land, happenings));
        parcels.addAll(AircraftFiles.write(random.split()));
        parcels.addAll(ShipFiles.write(random.split()));
        parcels.addAll(EarlierCase.parcels());
        parcels.add(SplitAndMerge.parcel());
        List<Turn> turns = new ArrayList<>();
        parcels.forEach(parcel -> turns.add(Turn.of(parcel)));
        turns.addAll(EarlierCase.turns());
        turns.addAll(DailyWork.turns(land));
        turns.addAll(Watch.turns(land));
        turns.addAll(SplitAndMerge.turns());
        turns.addAll(GraveCase.turns());
        turns.addAll(new OpenVote(happenings).turns());
        turns.sort(Comparator.comparingLong(Turn::atMs));
        return new Day(parcels, turns);
    }
}
