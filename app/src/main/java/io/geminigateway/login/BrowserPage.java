package io.geminigateway.login;

/// What the browser shows when it comes back. Nothing of the request is repeated on it.
enum BrowserPage {
    DONE("Signed in", "Go back to the terminal. You can close this page."),
    DENIED("Not signed in", "Access was denied, and nothing was saved. The terminal tells how to go on."),
    FOREIGN(
            "This is an answer to another sign-in",
            "It was not used. Close this page, and open the address that the terminal shows now."),
    OVER("This sign-in is over", "It was answered before. Close this page and go back to the terminal."),
    NOT_HERE("There is nothing here", "Open the address that the terminal shows.");

    private final String title;
    private final String text;

    BrowserPage(String title, String text) {
        this.title = title;
        this.text = text;
    }

    String html() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>Gemini Gateway</title>
                <style>
                  body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 18vh auto; padding: 0 1.5rem }
                  h1 { font-size: 1.6rem }
                  @media (prefers-color-scheme: dark) { body { background: #16181d; color: #e6e6e6 } }
                </style>
                <h1>%s</h1>
                <p>%s</p>
                """.formatted(title, text);
    }
}
