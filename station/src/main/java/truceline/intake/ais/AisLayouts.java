package truceline.intake.ais;

import static truceline.intake.ais.AisField.data;
import static truceline.intake.ais.AisField.flag;
import static truceline.intake.ais.AisField.number;
import static truceline.intake.ais.AisField.scaled;
import static truceline.intake.ais.AisField.signed;
import static truceline.intake.ais.AisField.text;

import java.util.ArrayList;
import java.util.List;

/// Where the fields of each message type stand: ITU-R M.1371-5, annex 8. Spare bits are left out. Stateless.
final class AisLayouts {
    private static final int FINE = 600_000;
    private static final int COARSE = 600;

    private static final List<AisField> HEAD =
            List.of(number("type", 0, 6), number("repeat", 6, 2), number("mmsi", 8, 30));

    private static final List<AisField> POSITION_A = with(
            number("status", 38, 4),
            signed("turn", 42, 8, 1),
            scaled("speed", 50, 10, 10),
            flag("accuracy", 60),
            signed("lon", 61, 28, FINE),
            signed("lat", 89, 27, FINE),
            scaled("course", 116, 12, 10),
            number("heading", 128, 9),
            number("second", 137, 6),
            number("maneuver", 143, 2),
            flag("raim", 148),
            number("radio", 149, 19));

    private static final List<AisField> BASE_STATION = with(
            number("year", 38, 14),
            number("month", 52, 4),
            number("day", 56, 5),
            number("hour", 61, 5),
            number("minute", 66, 6),
            number("second", 72, 6),
            flag("accuracy", 78),
            signed("lon", 79, 28, FINE),
            signed("lat", 107, 27, FINE),
            number("epfd", 134, 4),
            flag("raim", 148),
            number("radio", 149, 19));

    private static final List<AisField> VOYAGE = with(
            number("ais_version", 38, 2),
            number("imo", 40, 30),
            text("callsign", 70, 42),
            text("shipname", 112, 120),
            number("shiptype", 232, 8),
            number("to_bow", 240, 9),
            number("to_stern", 249, 9),
            number("to_port", 258, 6),
            number("to_starboard", 264, 6),
            number("epfd", 270, 4),
            number("eta_month", 274, 4),
            number("eta_day", 278, 5),
            number("eta_hour", 283, 5),
            number("eta_minute", 288, 6),
            scaled("draught", 294, 8, 10),
            text("destination", 302, 120),
            flag("dte", 422));

    private static final List<AisField> ACKNOWLEDGEMENT = with(
            number("mmsi1", 40, 30),
            number("seqno1", 70, 2),
            number("mmsi2", 72, 30),
            number("seqno2", 102, 2),
            number("mmsi3", 104, 30),
            number("seqno3", 134, 2),
            number("mmsi4", 136, 30),
            number("seqno4", 166, 2));

    private static final List<AisField> SAR_AIRCRAFT = with(
            number("alt", 38, 12),
            number("speed", 50, 10),
            flag("accuracy", 60),
            signed("lon", 61, 28, FINE),
            signed("lat", 89, 27, FINE),
            scaled("course", 116, 12, 10),
            number("second", 128, 6),
            number("regional", 134, 8),
            flag("dte", 142),
            flag("assigned", 146),
            flag("raim", 147),
            number("radio", 148, 20));

    private static final List<AisField> INTERROGATION = with(
            number("mmsi1", 40, 30),
            number("type1_1", 70, 6),
            number("offset1_1", 76, 12),
            number("type1_2", 90, 6),
            number("offset1_2", 96, 12),
            number("mmsi2", 110, 30),
            number("type2_1", 140, 6),
            number("offset2_1", 146, 12));

    private static final List<AisField> ASSIGNMENT = with(
            number("mmsi1", 40, 30),
            number("offset1", 70, 12),
            number("increment1", 82, 10),
            number("mmsi2", 92, 30),
            number("offset2", 122, 12),
            number("increment2", 134, 10));

    private static final List<AisField> CORRECTIONS =
            with(signed("lon", 40, 18, COARSE), signed("lat", 58, 17, COARSE), data("data", 80));

    private static final List<AisField> POSITION_B = with(
            number("reserved", 38, 8),
            scaled("speed", 46, 10, 10),
            flag("accuracy", 56),
            signed("lon", 57, 28, FINE),
            signed("lat", 85, 27, FINE),
            scaled("course", 112, 12, 10),
            number("heading", 124, 9),
            number("second", 133, 6),
            number("regional", 139, 2),
            flag("cs", 141),
            flag("display", 142),
            flag("dsc", 143),
            flag("band", 144),
            flag("msg22", 145),
            flag("assigned", 146),
            flag("raim", 147),
            number("radio", 148, 20));

    private static final List<AisField> EXTENDED_B = with(
            number("reserved", 38, 8),
            scaled("speed", 46, 10, 10),
            flag("accuracy", 56),
            signed("lon", 57, 28, FINE),
            signed("lat", 85, 27, FINE),
            scaled("course", 112, 12, 10),
            number("heading", 124, 9),
            number("second", 133, 6),
            number("regional", 139, 4),
            text("shipname", 143, 120),
            number("shiptype", 263, 8),
            number("to_bow", 271, 9),
            number("to_stern", 280, 9),
            number("to_port", 289, 6),
            number("to_starboard", 295, 6),
            number("epfd", 301, 4),
            flag("raim", 305),
            flag("dte", 306),
            flag("assigned", 307));

    private static final List<AisField> AID_TO_NAVIGATION = with(
            number("aid_type", 38, 5),
            text("name", 43, 120),
            flag("accuracy", 163),
            signed("lon", 164, 28, FINE),
            signed("lat", 192, 27, FINE),
            number("to_bow", 219, 9),
            number("to_stern", 228, 9),
            number("to_port", 237, 6),
            number("to_starboard", 243, 6),
            number("epfd", 249, 4),
            number("second", 253, 6),
            flag("off_position", 259),
            number("regional", 260, 8),
            flag("raim", 268),
            flag("virtual_aid", 269),
            flag("assigned", 270),
            text("name_extension", 272, 88));

    private static final List<AisField> GROUP_ASSIGNMENT = with(
            signed("ne_lon", 40, 18, COARSE),
            signed("ne_lat", 58, 17, COARSE),
            signed("sw_lon", 75, 18, COARSE),
            signed("sw_lat", 93, 17, COARSE),
            number("stationtype", 110, 4),
            number("shiptype", 114, 8),
            number("txrx", 144, 2),
            number("interval", 146, 4),
            number("quiet", 150, 4));

    private static final List<AisField> LONG_RANGE = with(
            flag("accuracy", 38),
            flag("raim", 39),
            number("status", 40, 4),
            signed("lon", 44, 18, COARSE),
            signed("lat", 62, 17, COARSE),
            number("speed", 79, 6),
            number("course", 85, 9),
            flag("gnss", 94));

    private static final List<AisField> SLOTS = slots();

    private AisLayouts() {}

    /// The fields of a message; those behind its end are among them.
    static List<AisField> of(int type, AisBits bits) {
        return switch (type) {
            case 1, 2, 3 -> POSITION_A;
            case 4, 11 -> BASE_STATION;
            case 5 -> VOYAGE;
            case 6 -> AisBinaryLayouts.addressed(HEAD, bits);
            case 7, 13 -> ACKNOWLEDGEMENT;
            case 8 -> AisBinaryLayouts.broadcast(HEAD, bits);
            case 9 -> SAR_AIRCRAFT;
            case 10 -> with(number("dest_mmsi", 40, 30));
            case 12 ->
                AisLayouts.with(
                        number("seqno", 38, 2),
                        number("dest_mmsi", 40, 30),
                        flag("retransmit", 70),
                        text("text", 72, AisBits.MOST_BITS));
            case 14 -> with(text("text", 40, AisBits.MOST_BITS));
            case 15 -> INTERROGATION;
            case 16 -> ASSIGNMENT;
            case 17 -> CORRECTIONS;
            case 18 -> POSITION_B;
            case 19 -> EXTENDED_B;
            case 20 -> SLOTS;
            case 21 -> AID_TO_NAVIGATION;
            case 22 -> channels(bits);
            case 23 -> GROUP_ASSIGNMENT;
            case 24 -> names(bits);
            case 25, 26 -> AisBinaryLayouts.slotted(HEAD, type, bits);
            case 27 -> LONG_RANGE;
            default -> HEAD;
        };
    }

    private static List<AisField> with(AisField... fields) {
        List<AisField> all = new ArrayList<>(HEAD);
        all.addAll(List.of(fields));
        return List.copyOf(all);
    }

    private static List<AisField> slots() {
        List<AisField> fields = new ArrayList<>(HEAD);
        for (int i = 1; i <= 4; i++) {
            int at = 40 + (i - 1) * 30;
            fields.add(number("offset" + i, at, 12));
            fields.add(number("number" + i, at + 12, 4));
            fields.add(number("timeout" + i, at + 16, 3));
            fields.add(number("increment" + i, at + 19, 11));
        }
        return List.copyOf(fields);
    }

    /// Channel management holds for an area, or for two ships.
    private static List<AisField> channels(AisBits bits) {
        List<AisField> fields = new ArrayList<>(HEAD);
        fields.add(number("channel_a", 40, 12));
        fields.add(number("channel_b", 52, 12));
        fields.add(number("txrx", 64, 4));
        fields.add(flag("power", 68));
        boolean addressed = bits.length() > 139 && bits.unsigned(139, 1) == 1;
        if (addressed) {
            fields.add(number("dest1", 69, 30));
            fields.add(number("dest2", 104, 30));
        } else {
            fields.add(signed("ne_lon", 69, 18, COARSE));
            fields.add(signed("ne_lat", 87, 17, COARSE));
            fields.add(signed("sw_lon", 104, 18, COARSE));
            fields.add(signed("sw_lat", 122, 17, COARSE));
        }
        fields.add(flag("addressed", 139));
        fields.add(flag("band_a", 140));
        fields.add(flag("band_b", 141));
        fields.add(number("zonesize", 142, 3));
        return fields;
    }

    private static List<AisField> names(AisBits bits) {
        AisField part = number("part", 38, 2);
        if (bits.length() < 40 || bits.unsigned(38, 2) != 1) {
            return with(part, text("shipname", 40, 120));
        }
        return with(
                part,
                number("shiptype", 40, 8),
                text("vendorid", 48, 18),
                number("model", 66, 4),
                number("serial", 70, 20),
                text("callsign", 90, 42),
                number("to_bow", 132, 9),
                number("to_stern", 141, 9),
                number("to_port", 150, 6),
                number("to_starboard", 156, 6),
                number("epfd", 162, 4));
    }
}
