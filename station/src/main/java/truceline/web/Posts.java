package truceline.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import truceline.ledger.Acceptance;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.mission.Entry;
import truceline.station.Answer;
import truceline.station.Inbox;
import truceline.station.JsonInput;
import truceline.station.Station;

/// Takes signed submissions and statements into stations that may be written to. What is not signed by somebody
/// on the rolls is refused; a refusal is a problem (RFC 9457) with its code.
final class Posts {
    private static final Pattern PATH = Pattern.compile("/([a-z0-9-]+)/(submissions|statements)");
    private static final Pattern JSON = Pattern.compile("(?i)application/json(?:\\s*;\\s*charset=\"?utf-8\"?)?");
    private static final int UNSUPPORTED_TYPE = 415;
    private static final int TOO_MANY = 429;

    private final Map<String, Station> stations;

    Posts(Map<String, Station> stations) {
        this.stations = Map.copyOf(stations);
    }

    record Place(long first, long count) {}

    record RowFault(long row, String field, String code) {}

    /// @param status `accepted`: durable; `/{station}/proof/{index}` says when a checkpoint covers it
    record Taken(
            long accepted,
            long duplicates,
            long rejected,
            List<RowFault> rejections,
            Place entries,
            String status,
            String receipt) {}

    record Stated(String act, String by, String id, long entry, String status, String receipt) {}

    void add(RoutesConfig routes) {
        routes.post("/{station}/submissions", request -> {
            Inbox inbox = inbox(request);
            reply(request, inbox.submission(body(request)));
        });
        routes.post("/{station}/statements", request -> {
            Inbox inbox = inbox(request);
            reply(request, inbox.statement(body(request)));
        });
        routes.exception(LedgerException.class, Posts::stopped);
    }

    /// Whether something may be sent to an address.
    boolean takes(String path) {
        Matcher matcher = PATH.matcher(path);
        return matcher.matches() && stations.containsKey(matcher.group(1));
    }

    private Inbox inbox(Context request) {
        Query.only(request);
        Station station = stations.get(request.pathParam("station"));
        if (station == null) {
            throw new HttpResponseException(405, "This station is read-only here: GET and HEAD.");
        }
        return new Inbox(station);
    }

    private static byte[] body(Context request) throws IOException {
        String type = request.header("Content-Type");
        boolean plain = request.header("Content-Encoding") == null;
        if (type == null || !JSON.matcher(type.strip()).matches() || !plain) {
            throw new HttpResponseException(
                    UNSUPPORTED_TYPE, "What is sent here is application/json in UTF-8, without compression.");
        }
        String origin = request.header("Origin");
        if (origin != null && !origin.equals("http://" + request.header("Host"))) {
            throw new HttpResponseException(403, "A page of another site may send nothing to this station.");
        }
        return request.bodyInputStream().readNBytes(JsonInput.MOST_BYTES + 1);
    }

    private static void reply(Context request, Inbox.Reply reply) {
        switch (reply) {
            case Inbox.Submitted(Answer answer) -> answered(request, answer.acceptance(), taken(answer));
            case Inbox.Stated stated -> answered(request, stated.answer().acceptance(), stated(stated));
            case Inbox.Refused refused -> refused(refused, request);
        }
    }

    private static void answered(Context request, Acceptance acceptance, Object answer) {
        request.header("Cache-Control", "no-store");
        request.header("Location", "/" + request.pathParam("station") + "/proof/" + acceptance.index());
        request.status(201);
        Answers.json(request, answer);
    }

    private static Taken taken(Answer answer) {
        List<RowFault> rejections = new ArrayList<>();
        for (Entry.RejectedRow row : answer.rejections()) {
            rejections.add(new RowFault(row.row(), row.field(), row.code()));
        }
        return new Taken(
                answer.accepted(),
                answer.duplicates(),
                rejections.size(),
                rejections,
                new Place(answer.acceptance().index(), answer.acceptance().count()),
                "accepted",
                text(answer.receipt()));
    }

    private static Stated stated(Inbox.Stated sent) {
        long entry = sent.answer().acceptance().index();
        return new Stated(
                sent.act().word(),
                sent.by(),
                sent.id(),
                entry,
                "accepted",
                text(sent.answer().receipt()));
    }

    private static String text(Note receipt) {
        return new String(receipt.encode(), StandardCharsets.UTF_8);
    }

    private static void refused(Inbox.Refused refusal, Context request) {
        int status = switch (refusal.code()) {
            case "not-json", "submission", "statement" -> 400;
            case "not-enrolled", "revoked", "bad-signature", "other-source" -> 403;
            case "not-found" -> 404;
            case "id-conflict", "already-held" -> 409;
            case "too-large" -> 413;
            case "too-many" -> TOO_MANY;
            case "busy" -> 503;
            default -> 422;
        };
        if (status == TOO_MANY || status == 503) {
            request.header("Retry-After", "1");
        }
        Answers.problem(request, status, WebStation.title(status), refusal.message(), refusal.code());
    }

    private static void stopped(LedgerException failure, Context request) {
        boolean isFull = List.of("full", "no-space").contains(failure.code());
        boolean isStopped = failure.code().equals("stopped");
        if (isFull) {
            request.header("Retry-After", "60");
        }
        if (isFull || isStopped) {
            String detail = isFull
                    ? "The station's disk is nearly full: it takes nothing until there is room."
                    : "The station stopped writing and has to be opened anew; its record is not touched.";
            Answers.problem(request, 503, WebStation.title(503), detail, isFull ? "full" : "stopped");
            return;
        }
        System.err.println("truceline: " + request.path() + " could not be answered: " + failure);
        Answers.problem(
                request, 500, WebStation.title(500), "The station could not answer; its record is not touched.");
    }
}
