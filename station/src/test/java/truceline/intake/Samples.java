package truceline.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import truceline.observation.Draft;
import truceline.observation.PlaceBasis;
import truceline.observation.Rejection;
import truceline.observation.RowSink;

/// Three good rows of each format, and what a reader tells of a file.
final class Samples {
    private static final String FIRMS = """
            latitude,longitude,bright_ti4,scan,track,acq_date,acq_time,satellite,instrument,confidence,daynight
            45.12345,30.54321,301.50,0.39,0.44,2026-06-24,0005,N20,VIIRS,n,N
            45.22345,-30.54321,302.50,0.39,0.44,2026-06-24,5,N,VIIRS,low,N
            45.32345,30.64321,303.50,0.39,0.44,2026-06-24,2359,N21,VIIRS,h,D
            """;
    private static final String OWN = """
            id,time,time_to,zone,longitude,latitude,radius_m,kind,means,number,place,remark
            a,2025-04-20T10:15+03:00,,,37.5,48.5,250,explosion,heard,"about 1,450",Mill Bridge,"two
            lines, and ""quotes\"""
            b,2025-04-20 10:15:00,2025-04-21,Europe/Kyiv,-37.5,48.5,,shot,saw,6,,
            c,2025-04-20,,UTC,,,,damage,inspection,,Нове,
            """;
    private static final String VIINA = """
            \uFEFF"datetime","lon","lat","place_name","event_type","headline"
            "2025-04-01 00:00:00","-30.5","45.25","Млин","","Заголовок ""перший"", з комою"
            "2025-04-01 12:30:00","-30.25","45.5","Mill Bridge","firefighb|control","Заголовок"
            "2025-04-01 00:00:00","-30.125","45.125","Ford","uav|property","Headline"
            """;
    private static final String PATROL = """
            SMM position,Event location,Means,No.,Observation,Description,Weapon,"Date, time",Observer latitude,Observer longitude
            OP 3,8-10km NW,Heard,almost 550,Explosions,Undetermined,N/K,"20 Jul 2020, 22:40-03:10",48.5,38.25
            OP 3,"2-10km NW, WNW and ENE",Saw,1,Projectile,"In flight, W to E",IFV (BMP-2) cannon (30mm),2020-07-20 22:40,,
            Camera,about 3km N,Recorded,uncountable,Bursts,Outgoing,Mortar (120mm),"21 July 2020, 01:00",48.5,38.25
            """;
    private static final String CLAIMS = """
            id,date,time,until,longitude,latitude,radius_metres,place,kind,count,weapon,accused,text
            V-1,2031-05-14,10:15,,-29.1,-27.2,500,Mill Bridge,shelling,about 12,mortar (120mm),B,"two
            lines, and ""quotes\"""
            ,2031-05-14,23:50,00:20,,,,Нове,drone strike,2,FPV,A,- a dash
            V-3,2031-05-14,,,-29.1,-27.2,,,small arms,uncountable,,B,
            """;
    private static final String GEOJSON = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","id":1,"geometry":{"type":"Point","coordinates":[37.5,48.25]},
             "properties":{"time":"2025-04-20T10:15Z","kind":"explosion","number":"at least 6","labels":["a","b"]}},
            {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[37,48],[37.2,48],[37.2,48.1],[37,48]]]},
             "properties":{"time":"2025-04-20","zone":"Europe/Kyiv","kind":"damage","remark":"\\u0457 \\"q\\""}},
            {"type":"Feature","geometry":null,"properties":{"time":"2025-04-20T10:15Z","sectors":"NW","observer":"OP"}}
            ]}
            """;
    private static final String SBS = """
            MSG,3,1,1,A1B2C3,1,2026/06/24,10:15:00.250,2026/06/24,10:15:00.300,,35000,,,-27.54321,-29.12345,,,0,0,0,0
            MSG,3,1,1,~A1B2C4,1,2026/06/24,10:15:01.250,2026/06/24,10:15:01.300,INV 1,,,,-27.5,-29.5,,,0,0,0,0
            MSG,2,1,1,A1B2C5,1,2026/06/24,10:15:02.250,2026/06/24,10:15:02.300,,0,,,-27.25,-29.25,,,0,0,0,-1
            """;
    private static final String READSB = """
            {"now":1782296100.5,"messages":12,"aircraft":[
            {"hex":"a1b2c3","flight":"INV123  ","alt_geom":35625,"lat":-27.5,"lon":-29.125,"nac_p":9,"seen_pos":0.3},
            {"hex":"~a1b2c4","alt_baro":"ground","lat":-27.25,"lon":-2.95e1,"seen_pos":12}]}
            {"now":1782296101.5,"aircraft":[{"hex":"a1b2c3","lat":-27.5,"lon":-29.1,"seen_pos":0.1}]}
            """;
    private static final String AIS = """
            # a comment
            \\c:1782296100*59\\!AIVDM,1,1,,A,139>K;hP1VurcgEh?EV`h?w20000,0*7C
            1782296103.25 !AIVDM,1,1,,A,91ans3A;hbMrcgIh?EW62Ch20000,0*3B
            \\c:1782296105*5C\\!AIVDM,2,1,3,A,C5Mwsrh0EoNbskL3mIGAwwo0BLd:L`:8000000000000S0D:R2,0*1C
            !AIVDM,2,2,3,A,20,0*17
            """;

    /// How many rows of each fate a reader told, and whether their numbers rise by one at least and none was told
    /// twice.
    record Told(int accepted, int rejected, boolean isWhole) {}

    private Samples() {}

    static List<Sample> all() {
        return List.of(
                new Sample("firms-csv", new FirmsCsvReader(), FIRMS),
                new Sample("observations-csv", new ObservationsCsvReader(), OWN),
                new Sample("viina", new ObservationsCsvReader(ColumnMapping.shipped("viina")), VIINA),
                new Sample("patrol-csv", new PatrolCsvReader(ZoneId.of("Europe/Kyiv")), PATROL),
                new Sample("observations-geojson", new ObservationsGeoJsonReader(), GEOJSON),
                new Sample("claims-csv", new ClaimsCsvReader(ZoneId.of("Europe/Kyiv")), CLAIMS),
                new Sample("sbs", new SbsReader(), SBS),
                new Sample("readsb-json", new ReadsbJsonReader(), READSB),
                new Sample("ais-nmea", new AisNmeaReader(), AIS));
    }

    static Told read(Reader reader, byte[] file) throws IOException {
        Tally tally = new Tally();
        reader.read(new ByteArrayInputStream(file), tally);
        return new Told(tally.accepted, tally.rejected, tally.whole);
    }

    private static final class Tally implements RowSink {
        private int accepted;
        private int rejected;
        private boolean whole = true;
        private long last;

        @Override
        public void observed(Draft draft, byte[] bytes, int from, int to) {
            accepted++;
            check(draft.row, bytes, from, to);
            boolean placed = draft.basis != PlaceBasis.NONE;
            whole &= to > from
                    && draft.fromMs != Draft.NONE
                    && draft.toMs >= draft.fromMs
                    && draft.precisionMs > 0
                    && placed == (draft.lonE7 != Draft.NOWHERE)
                    && placed == (draft.latE7 != Draft.NOWHERE)
                    && draft.radiusMetres >= 0;
        }

        @Override
        public void rejected(Rejection rejection, byte[] bytes, int from, int to) {
            rejected++;
            check(rejection.row(), bytes, from, to);
            whole &= rejection.code().matches("[a-z0-9-]+");
        }

        private void check(long row, byte[] bytes, int from, int to) {
            whole &= row > last && from >= 0 && from <= to && to <= bytes.length;
            last = row;
        }
    }
}
