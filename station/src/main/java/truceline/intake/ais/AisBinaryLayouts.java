package truceline.intake.ais;

import static truceline.intake.ais.AisField.data;
import static truceline.intake.ais.AisField.flag;
import static truceline.intake.ais.AisField.number;
import static truceline.intake.ais.AisField.scaled;
import static truceline.intake.ais.AisField.signed;
import static truceline.intake.ais.AisField.text;

import java.util.ArrayList;
import java.util.List;

/// Where the fields of binary messages stand (types 6, 8, 25, 26). What an application means by its bits is
/// set by IMO SN/Circ.236 and SN.1/Circ.289 (area code 1), by the inland waterways of Europe (200) and by the
/// lighthouse authorities of Great Britain and Ireland (235, 250); of any other the bits are handed on as
/// they are. Stateless.
final class AisBinaryLayouts {
    private static final int MILLIMINUTES = 60_000;

    /// Weather and water, SN/Circ.236.
    private static final List<AisField> WEATHER_OLD = List.of(
            signed("lat", 56, 24, MILLIMINUTES),
            signed("lon", 80, 25, MILLIMINUTES),
            number("day", 105, 5),
            number("hour", 110, 5),
            number("minute", 115, 6),
            number("wspeed", 121, 7),
            number("wgust", 128, 7),
            number("wdir", 135, 9),
            number("wgustdir", 144, 9),
            scaled("airtemp", 153, 11, 10, -60),
            number("humidity", 164, 7),
            scaled("dewpoint", 171, 10, 10, -20),
            scaled("pressure", 181, 9, 1, 800),
            number("pressuretend", 190, 2),
            scaled("visibility", 192, 8, 10),
            scaled("waterlevel", 200, 9, 10, -10),
            number("leveltrend", 209, 2),
            scaled("cspeed", 211, 8, 10),
            number("cdir", 219, 9),
            scaled("cspeed2", 228, 8, 10),
            number("cdir2", 236, 9),
            number("cdepth2", 245, 5),
            scaled("cspeed3", 250, 8, 10),
            number("cdir3", 258, 9),
            number("cdepth3", 267, 5),
            scaled("waveheight", 272, 8, 10),
            number("waveperiod", 280, 6),
            number("wavedir", 286, 9),
            scaled("swellheight", 295, 8, 10),
            number("swellperiod", 303, 6),
            number("swelldir", 309, 9),
            number("seastate", 318, 4),
            scaled("watertemp", 322, 10, 10, -10),
            number("preciptype", 332, 3),
            scaled("salinity", 335, 9, 10),
            number("ice", 344, 2));

    /// Weather and water, SN.1/Circ.289.
    private static final List<AisField> WEATHER = List.of(
            signed("lon", 56, 25, MILLIMINUTES),
            signed("lat", 81, 24, MILLIMINUTES),
            flag("accuracy", 105),
            number("day", 106, 5),
            number("hour", 111, 5),
            number("minute", 116, 6),
            number("wspeed", 122, 7),
            number("wgust", 129, 7),
            number("wdir", 136, 9),
            number("wgustdir", 145, 9),
            signed("airtemp", 154, 11, 10),
            number("humidity", 165, 7),
            signed("dewpoint", 172, 10, 10),
            scaled("pressure", 182, 9, 1, 799),
            number("pressuretend", 191, 2),
            flag("visgreater", 193),
            scaled("visibility", 194, 7, 10),
            scaled("waterlevel", 201, 12, 100, -10),
            number("leveltrend", 213, 2),
            scaled("cspeed", 215, 8, 10),
            number("cdir", 223, 9),
            scaled("cspeed2", 232, 8, 10),
            number("cdir2", 240, 9),
            number("cdepth2", 249, 5),
            scaled("cspeed3", 254, 8, 10),
            number("cdir3", 262, 9),
            number("cdepth3", 271, 5),
            scaled("waveheight", 276, 8, 10),
            number("waveperiod", 284, 6),
            number("wavedir", 290, 9),
            scaled("swellheight", 299, 8, 10),
            number("swellperiod", 307, 6),
            number("swelldir", 313, 9),
            number("seastate", 322, 4),
            signed("watertemp", 326, 10, 10),
            number("preciptype", 336, 3),
            scaled("salinity", 339, 9, 10),
            number("ice", 348, 2));

    private static final List<AisField> INLAND_SHIP = List.of(
            text("vin", 56, 48),
            scaled("length", 104, 13, 10),
            scaled("beam", 117, 10, 10),
            number("shiptype", 127, 14),
            number("hazard", 141, 3),
            scaled("draught", 144, 11, 100),
            number("loaded", 155, 2),
            flag("speed_q", 157),
            flag("course_q", 158),
            flag("heading_q", 159));

    private static final List<AisField> AID_MONITORING = List.of(
            scaled("ana_int", 88, 10, 20),
            scaled("ana_ext1", 98, 10, 20),
            scaled("ana_ext2", 108, 10, 20),
            number("racon", 118, 2),
            number("light", 120, 2),
            flag("alarm", 122),
            number("stat_ext", 123, 8),
            flag("off_pos", 131));

    private static final List<AisField> DANGEROUS_CARGO = List.of(
            text("lastport", 88, 30),
            number("lmonth", 118, 4),
            number("lday", 122, 5),
            number("lhour", 127, 5),
            number("lminute", 132, 6),
            text("nextport", 138, 30),
            number("nmonth", 168, 4),
            number("nday", 172, 5),
            number("nhour", 177, 5),
            number("nminute", 182, 6),
            text("dangerous", 188, 120),
            text("imdcat", 308, 24),
            number("unid", 332, 13),
            number("amount", 345, 10),
            number("unit", 355, 2));

    private static final List<AisField> PORT_CLEARANCE = List.of(
            number("linkage", 88, 10),
            number("month", 98, 4),
            number("day", 102, 5),
            number("hour", 107, 5),
            number("minute", 112, 6),
            text("portname", 118, 120),
            text("destination", 238, 30),
            signed("lon", 268, 25, MILLIMINUTES),
            signed("lat", 293, 24, MILLIMINUTES));

    private static final List<AisField> TIDAL_WINDOW_OLD = List.of(
            signed("lat", 0, 27, MILLIMINUTES),
            signed("lon", 27, 28, MILLIMINUTES),
            number("from_hour", 55, 5),
            number("from_min", 60, 6),
            number("to_hour", 66, 5),
            number("to_min", 71, 6),
            number("cdir", 77, 9),
            scaled("cspeed", 86, 7, 10));

    private static final List<AisField> TIDAL_WINDOW = List.of(
            signed("lon", 0, 25, MILLIMINUTES),
            signed("lat", 25, 24, MILLIMINUTES),
            number("from_hour", 49, 5),
            number("from_min", 54, 6),
            number("to_hour", 60, 5),
            number("to_min", 65, 6),
            number("cdir", 71, 9),
            scaled("cspeed", 80, 8, 10));

    private AisBinaryLayouts() {}

    static List<AisField> addressed(List<AisField> head, AisBits bits) {
        List<AisField> fields = new ArrayList<>(head);
        fields.add(number("seqno", 38, 2));
        fields.add(number("dest_mmsi", 40, 30));
        fields.add(flag("retransmit", 70));
        fields.add(number("dac", 72, 10));
        fields.add(number("fid", 82, 6));
        int code = bits.length() < 88 ? 0 : (int) bits.unsigned(72, 16);
        switch (code) {
            case 235 << 6 | 10, 250 << 6 | 10 -> fields.addAll(AID_MONITORING);
            case 1 << 6 | 12 -> fields.addAll(DANGEROUS_CARGO);
            case 1 << 6 | 14 -> fields.addAll(tides(TIDAL_WINDOW_OLD, 93, bits));
            case 1 << 6 | 18 -> fields.addAll(PORT_CLEARANCE);
            case 1 << 6 | 30 -> {
                fields.add(number("linkage", 88, 10));
                fields.add(text("text", 98, AisBits.MOST_BITS));
            }
            case 1 << 6 | 32 -> fields.addAll(tides(TIDAL_WINDOW, 88, bits));
            default -> fields.add(data("data", 88));
        }
        return fields;
    }

    static List<AisField> broadcast(List<AisField> head, AisBits bits) {
        List<AisField> fields = new ArrayList<>(head);
        fields.add(number("dac", 40, 10));
        fields.add(number("fid", 50, 6));
        int code = bits.length() < 56 ? 0 : (int) bits.unsigned(40, 16);
        if (code == (1 << 6 | 11)) {
            fields.addAll(WEATHER_OLD);
        } else if (code == (1 << 6 | 31)) {
            fields.addAll(WEATHER);
        } else if (code == (200 << 6 | 10) && bits.length() == 168) {
            fields.addAll(INLAND_SHIP);
        } else {
            fields.add(data("data", 56));
        }
        return fields;
    }

    /// Messages of one slot (25) or several (26): an addressee and a code of the application only where flags
    /// say so.
    static List<AisField> slotted(List<AisField> head, int type, AisBits bits) {
        List<AisField> fields = new ArrayList<>(head);
        fields.add(flag("addressed", 38));
        fields.add(flag("structured", 39));
        int at = 40;
        if (bits.length() > 38 && bits.unsigned(38, 1) == 1) {
            fields.add(number("dest_mmsi", at, 30));
            at += 30;
        }
        if (bits.length() > 39 && bits.unsigned(39, 1) == 1) {
            fields.add(number("app_id", at, 16));
            at += 16;
        }
        int radioBits = type == 26 ? 20 : 0;
        int end = bits.length() - radioBits;
        if (end > at) {
            fields.add(new AisField("data", at, end - at, AisField.Form.DATA, 1, 0));
        }
        if (radioBits > 0 && end >= at) {
            fields.add(number("radio", end, radioBits));
        }
        return fields;
    }

    private static List<AisField> tides(List<AisField> window, int width, AisBits bits) {
        List<AisField> fields = new ArrayList<>();
        fields.add(number("month", 88, 4));
        fields.add(number("day", 92, 5));
        for (int i = 0; 97 + i * width < bits.length(); i++) {
            String prefix = "tidals." + i + ".";
            int at = 97 + i * width;
            window.forEach(field -> fields.add(field.moved(prefix, at)));
        }
        return fields;
    }
}
