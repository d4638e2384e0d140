package io.geminigateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountSavingTest {
    private static final AccountId ID = AccountId.ofFile("a.json");
    private static final Instant EXPIRY = Instant.ofEpochMilli(1800000000123L);

    private final Path path;
    private final FailingReplacer disk = new FailingReplacer();
    private final AccountFolder folder;
    private final RecordedNews news = new RecordedNews();
    private final Logs logs = new Logs();

    AccountSavingTest(@TempDir Path path) throws IOException {
        this.path = path;
        folder = AccountFolder.open(path, disk, InstantSource.system());
        folder.listen(news);
    }

    @AfterEach
    void close() {
        folder.close();
        logs.close();
    }

    @Test
    void freshTokensReplaceTheOldAndNothingElse() throws IOException {
        given(Samples.LOGIN);

        folder.save(ID, tokens("1//first", "ya29.new", null));

        assertThat(saved())
                .isEqualTo(Samples.LOGIN.replace("ya29.old", "ya29.new").replace("1795348800000", "1800000000123"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve("a.json"))))
                .isEqualTo("rw-------");
        assertThat(path).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aRotatedRefreshTokenIsSavedAndTheOldOneGone() throws IOException {
        given(Samples.LOGIN);

        folder.save(ID, tokens("1//first", "ya29.a", "1//second"));
        folder.save(ID, tokens("1//second", "ya29.b", "1//third"));

        assertThat(saved()).contains("1//third", "ya29.b").doesNotContain("1//first", "1//second", "ya29.a");
    }

    @Test
    void missingFieldsAreAdded() throws IOException {
        given("{\"credentials\": {\"refresh_token\": \"1//first\"}}");

        folder.save(ID, tokens("1//first", "t", null));
        folder.saveProject(ID, "found");

        assertThat(saved())
                .isEqualTo("{\"credentials\": {\"refresh_token\": \"1//first\",\"access_token\": \"t\","
                        + "\"token_type\": \"Bearer\",\"expiry_date\": 1800000000123},\"projectId\": \"found\"}");
        assertThat(folder.accounts().getFirst().project()).contains("found");
    }

    @Test
    void ourOwnSavesAreNoNews() throws IOException {
        given(Samples.LOGIN);
        folder.save(ID, tokens("1//first", "t", "1//second"));
        folder.look();
        folder.saveProject(ID, "found");
        folder.look();

        assertThat(news.lines()).containsExactly("+a.json");
    }

    @Test
    void aProjectThatAPersonWroteWins() throws IOException {
        given(Samples.LOGIN);

        folder.saveProject(ID, "found");

        assertThat(saved()).isEqualTo(Samples.LOGIN);
        assertThat(folder.accounts().getFirst().project()).contains("my-project");
    }

    @Test
    void aChangeThatNobodyHasLookedAtYetIsKeptAndTold() throws IOException {
        given(Samples.LOGIN);
        var credentials = folder.accounts().getFirst().credentials();
        Files.writeString(path.resolve("a.json"), Samples.LOGIN.replace("my-project", "edited-by-hand"));

        folder.save(ID, tokens("1//first", "t", "1//second"));
        folder.look();

        assertThat(saved()).contains("edited-by-hand", "1//second");
        assertThat(news.lines()).containsExactly("+a.json", "~a.json");
        assertThat(folder.accounts().getFirst().credentials()).isSameAs(credentials);
    }

    @Test
    void aNewLoginIsNotOverwrittenByTheOldOne() throws IOException {
        given(Samples.LOGIN);
        var signedInAgain = Samples.LOGIN.replace("1//first", "1//by-hand");
        Files.writeString(path.resolve("a.json"), signedInAgain);

        folder.save(ID, tokens("1//first", "t", "1//second"));
        folder.look();
        folder.save(ID, tokens("1//first", "t", "1//third"));

        assertThat(saved()).isEqualTo(signedInAgain);
        assertThat(folder.accounts().getFirst().credentials())
                .isInstanceOfSatisfying(
                        Credentials.Login.class,
                        login -> assertThat(login.refreshToken()).isEqualTo(new Secret("1//by-hand")));
    }

    @Test
    void aRemovedFileStaysRemoved() throws IOException {
        given(Samples.LOGIN);
        Files.delete(path.resolve("a.json"));

        folder.save(ID, tokens("1//first", "t", null));
        folder.look();

        assertThat(path).isEmptyDirectory();
        assertThat(logs.lines("ERROR")).isEmpty();
    }

    @Test
    void gcloudsFileGetsARotatedRefreshTokenAndNoAccessToken() throws IOException {
        given(Samples.AUTHORIZED_USER);

        folder.save(ID, tokens("1//gcloud", "ya29.new", null));
        assertThat(saved()).isEqualTo(Samples.AUTHORIZED_USER);
        folder.save(ID, tokens("1//gcloud", "ya29.new", "1//rotated"));
        assertThat(saved()).isEqualTo(Samples.AUTHORIZED_USER.replace("1//gcloud", "1//rotated"));
    }

    @Test
    void aLinkIsFollowedAndStaysALink(@TempDir Path elsewhere) throws IOException {
        var target = Files.writeString(elsewhere.resolve("real"), Samples.LOGIN);
        Files.createSymbolicLink(path.resolve("a.json"), target);
        folder.look();

        folder.save(ID, tokens("1//first", "ya29.new", null));

        assertThat(saved()).contains("ya29.new");
        assertThat(path.resolve("a.json")).isSymbolicLink();
    }

    @Test
    void aFailingDiskIsReportedOnceAndServingGoesOn() throws IOException {
        given(Samples.LOGIN);
        disk.isFull = true;
        folder.save(ID, tokens("1//first", "a", "1//second"));
        folder.save(ID, tokens("1//second", "b", "1//third"));
        folder.save(ID, tokens("1//third", "c", null));
        folder.look();

        assertThat(saved()).isEqualTo(Samples.LOGIN);
        assertThat(folder.accounts()).hasSize(1);
        assertThat(logs.lines("ERROR"))
                .singleElement()
                .asString()
                .contains(path.resolve("a.json").toString(), "No space left");

        disk.isFull = false;
        folder.retrySaving();

        assertThat(saved()).contains("1//third", "\"c\"");
        assertThat(logs.lines("saved again")).hasSize(1);
    }

    @Test
    void afterAFailingDiskANewLoginStillWins() throws IOException {
        given(Samples.LOGIN);
        disk.isFull = true;
        folder.save(ID, tokens("1//first", "a", "1//second"));
        var signedInAgain = Samples.LOGIN.replace("1//first", "1//by-hand");
        Files.writeString(path.resolve("a.json"), signedInAgain);
        disk.isFull = false;
        folder.retrySaving();

        assertThat(saved()).isEqualTo(signedInAgain);
    }

    @Test
    void aFileThatIsHalfWrittenIsSavedToLater() throws IOException {
        given(Samples.LOGIN);
        Files.writeString(path.resolve("a.json"), Samples.LOGIN.substring(0, 50));
        folder.save(ID, tokens("1//first", "ya29.new", "1//second"));
        folder.look();
        Files.writeString(path.resolve("a.json"), Samples.LOGIN);
        folder.look();

        folder.retrySaving();

        assertThat(saved()).contains("1//second");
    }

    @Test
    void closingSavesFirst() throws IOException {
        given(Samples.LOGIN);

        folder.save(ID, tokens("1//first", "ya29.new", null));
        folder.close();
        folder.save(ID, tokens("1//first", "too late", null));

        assertThat(Files.readString(path.resolve("a.json"))).contains("ya29.new");
    }

    private void given(String text) throws IOException {
        Files.writeString(path.resolve("a.json"), text);
        folder.look();
    }

    private String saved() throws IOException {
        folder.look();
        return Files.readString(path.resolve("a.json"));
    }

    private static Tokens tokens(String spent, String access, @Nullable String rotated) {
        return new Tokens(
                new Secret(spent), new Secret(access), "Bearer", EXPIRY, rotated == null ? null : new Secret(rotated));
    }

    private static final class FailingReplacer implements FileReplacer {
        private final FileReplacer real = new AtomicReplacer();
        private volatile boolean isFull;

        @Override
        public void replace(Path file, String content) throws IOException {
            if (isFull) {
                throw new IOException("No space left on device");
            }
            real.replace(file, content);
        }
    }
}
