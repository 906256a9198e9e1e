package truceline.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// One request as bytes on the wire, for what a well-behaved client does not send.
final class Raw {
    private Raw() {}

    /// The whole answer: status line, headers, body.
    static String ask(int port, String method, String path, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The status of an answer.
    static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }
}
