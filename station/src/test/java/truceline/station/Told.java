package truceline.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import truceline.mission.Picture;
import truceline.mission.PictureDigest;
import truceline.report.Filter;
import truceline.report.Listing;

/// All that is told of a picture, to compare two of them byte for byte.
public final class Told {
    private Told() {}

    public static String of(Picture picture) {
        StringBuilder told = new StringBuilder();
        told.append(picture.size()).append(' ').append(picture.receivedMs());
        told.append(' ').append(picture.closedMs()).append(' ').append(picture.rejected());
        told.append(' ').append(picture.rule()).append(' ').append(picture.tracks());
        told.append('\n').append(PictureDigest.of(picture)).append('\n');
        told.append(picture.rejectionsByCode()).append('\n');
        picture.sources().forEach(source -> told.append(source).append('\n'));
        picture.submissions().values().forEach(each -> told.append(each).append('\n'));
        picture.controls().forEach(map -> told.append(map).append('\n'));
        picture.agreements()
                .forEach(agreement -> told.append(agreement.entered())
                        .append(agreement.norms().evaluated().size())
                        .append('\n'));
        told.append(picture.edits()).append('\n');
        told.append(picture.policy()).append(picture.docket().revocations()).append('\n');
        told.append(picture.docket().persons()).append('\n');
        picture.docket().stated().forEach(stated -> told.append(stated).append('\n'));
        told.append(picture.docket().daysSet()).append(picture.docket().settled());
        told.append(picture.docket().owners()).append('\n');
        try {
            for (String format : Listing.FORMATS) {
                Listing.incidents(picture, Filter.ALL, format, told);
                Listing.cases(picture, Filter.ALL, format, told);
                Listing.findings(picture, Filter.ALL, format, told);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return told.toString();
    }
}
