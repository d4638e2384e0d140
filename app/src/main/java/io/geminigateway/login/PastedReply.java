package io.geminigateway.login;

import io.geminigateway.account.Secret;
import java.util.regex.Pattern;

/// Reads what a person copied out of a browser on another machine: the whole address that it could not open, its query,
/// or the bare code.
public final class PastedReply {
    private static final Pattern CODE = Pattern.compile("4(?:/|%2[Ff])[\\w./~%-]{4,}");

    private PastedReply() {}

    /// A bare code carries no state; that it can be exchanged proves it, since only we have the verifier.
    public static Reply read(AuthorizationRequest request, String pasted) {
        var text = pasted.replaceAll("\\s", ""); // a terminal may have broken the line
        if (CODE.matcher(text).matches()) {
            return new Reply.Allowed(new Secret(text.replaceAll("%2[Ff]", "/")));
        }
        var begin = text.indexOf('?');
        var end = text.indexOf('#');
        return Reply.ofQuery(request, text.substring(begin + 1, end > begin ? end : text.length()));
    }
}
