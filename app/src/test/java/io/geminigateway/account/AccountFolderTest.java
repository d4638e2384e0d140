package io.geminigateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountFolderTest {
    private final Path path;
    private final AccountFolder folder;
    private final RecordedNews news = new RecordedNews();
    private final Logs logs = new Logs();

    AccountFolderTest(@TempDir Path temporary) throws IOException {
        path = temporary.resolve("accounts");
        folder = AccountFolder.open(path, InstantSource.system());
        folder.listen(news);
    }

    @AfterEach
    void close() {
        folder.close();
        logs.close();
    }

    @Test
    void aMissingFolderIsCreatedForItsOwnerAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwx------");
        assertThat(folder.accounts()).isEmpty();
    }

    @Test
    void aFolderThatIsNoneIsNamed() throws IOException {
        var file = Files.writeString(path.resolve("file"), "");

        assertThatThrownBy(() -> AccountFolder.open(file, InstantSource.system()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void everyKindOfFileIsLoadedAndTheBrokenOnesAreNamed() throws IOException {
        write("a.json", Samples.LOGIN);
        write("b.json", Samples.API_KEY);
        write("c.json", Samples.serviceAccount());
        write("d.json", Samples.AUTHORIZED_USER);
        write("broken.json", "{\"type\": \"api_key\", canary");
        write("empty.json", "");
        write("unknown.json", "{\"type\": \"canary\"}");
        write("off.json", "{\"disabled\": true, \"type\": \"api_key\", \"key\": \"canary\"}");
        write(".hidden.json", Samples.API_KEY);
        write("notes.txt", Samples.API_KEY);
        Files.createDirectory(path.resolve("folder.json"));

        folder.look();

        assertThat(folder.accounts()).extracting(Account::file).containsExactly("a.json", "b.json", "c.json", "d.json");
        assertThat(folder.skipped())
                .extracting(SkippedFile::file)
                .containsExactly("broken.json", "empty.json", "folder.json", "off.json", "unknown.json");
        assertThat(news.lines()).containsExactly("+a.json", "+b.json", "+c.json", "+d.json");
        assertThat(logs.lines("Account added"))
                .hasSize(4)
                .first()
                .asString()
                .contains(
                        "INFO",
                        "file=a.json",
                        "account=" + AccountId.ofFile("a.json"),
                        "kind=login",
                        "backend=code_assist");
        assertThat(logs.lines("WARN Account file skipped")).hasSize(4);
        assertThat(logs.lines("INFO Account file skipped")).hasSize(1);
        assertThat(logs.lines("canary")).isEmpty();
    }

    @Test
    void changesTakeEffectAndAreToldOnce() throws IOException {
        write("a.json", Samples.LOGIN);
        folder.look();
        write("a.json", Samples.LOGIN.replace("1//first", "1//second"));
        write("b.json", Samples.API_KEY);
        folder.look();
        Files.delete(path.resolve("a.json"));
        folder.look();
        folder.look();

        assertThat(news.lines()).containsExactly("+a.json", "~a.json", "+b.json", "-a.json");
        assertThat(folder.accounts()).extracting(Account::file).containsExactly("b.json");
    }

    @Test
    void aSecondWriteWithinTheSameTickIsSeen() throws IOException {
        write("a.json", Samples.API_KEY.replace("any-thing", "one"));
        var modified = Files.getLastModifiedTime(path.resolve("a.json"));
        folder.look();

        Files.writeString(path.resolve("a.json"), Samples.API_KEY.replace("any-thing", "two"));
        Files.setLastModifiedTime(path.resolve("a.json"), modified);
        folder.look();

        assertThat(folder.accounts().getFirst().credentials()).isEqualTo(new Credentials.ApiKey(new Secret("AQ.two")));
    }

    @Test
    void aTouchedFileIsNoNews() throws IOException {
        write("a.json", Samples.LOGIN);
        folder.look();

        write("a.json", Samples.LOGIN);
        folder.look();

        assertThat(news.lines()).containsExactly("+a.json");
    }

    @Test
    void aHalfWrittenFileKeepsItsAccountServing() throws IOException {
        write("a.json", Samples.LOGIN);
        folder.look();
        write("a.json", Samples.LOGIN.substring(0, 60));
        folder.look();
        write("a.json", Samples.LOGIN.substring(0, 90));
        folder.look();

        assertThat(folder.accounts()).extracting(Account::file).containsExactly("a.json");
        assertThat(logs.lines("Account file skipped"))
                .singleElement()
                .asString()
                .contains("goes on serving");

        write("a.json", Samples.LOGIN.replace("my-project", "other"));
        folder.look();

        assertThat(folder.accounts().getFirst().project()).contains("other");
        assertThat(folder.skipped()).isEmpty();
        assertThat(news.lines()).containsExactly("+a.json", "~a.json");
    }

    @Test
    void aFileThatIsDisabledStopsServing() throws IOException {
        write("a.json", Samples.LOGIN);
        folder.look();

        write("a.json", Samples.LOGIN.replace("{\n  \"projectId\"", "{\"disabled\": true, \"projectId\""));
        folder.look();

        assertThat(news.lines()).containsExactly("+a.json", "-a.json");
    }

    @Test
    void ofTwoFilesWithOneCredentialTheEarlierServes() throws IOException {
        write("b.json", Samples.API_KEY);
        folder.look();
        write("a.json", Samples.API_KEY);
        folder.look();

        assertThat(folder.accounts()).extracting(Account::file).containsExactly("b.json");
        assertThat(logs.lines("WARN Account file skipped file=a.json"))
                .singleElement()
                .asString()
                .contains("b.json");

        Files.delete(path.resolve("b.json"));
        folder.look();

        assertThat(news.lines()).containsExactly("+b.json", "-b.json", "+a.json");
    }

    @Test
    void oneServiceAccountMayServeSeveralLocations() throws IOException {
        write("a.json", Samples.serviceAccount());
        write("b.json", Samples.serviceAccount().replace("{\n", "{\n\"location\": \"us-central1\",\n"));
        folder.look();

        assertThat(folder.accounts()).hasSize(2);
    }

    @Test
    void aFileThatOthersMayReadServesWithAWarning() throws IOException {
        write("a.json", Samples.LOGIN);
        Files.setPosixFilePermissions(path.resolve("a.json"), PosixFilePermissions.fromString("rw-r--r--"));
        folder.look();
        folder.look();

        assertThat(folder.accounts()).hasSize(1);
        assertThat(logs.lines("WARN Account file may be read by others"))
                .singleElement()
                .asString()
                .contains("chmod 600 " + path.resolve("a.json"));
    }

    @Test
    void aLinkIsAsGoodAsAFile() throws IOException {
        var target = Files.createDirectory(path.resolve("..data")).resolve("real");
        Files.writeString(target, Samples.LOGIN);
        Files.createSymbolicLink(path.resolve("a.json"), target);
        Files.createSymbolicLink(path.resolve("b.json"), path.resolve("nowhere"));
        folder.look();

        assertThat(folder.accounts()).extracting(Account::file).containsExactly("a.json");
        assertThat(folder.skipped()).singleElement().asString().contains("links to nothing");
    }

    @Test
    void aFolderThatWentAwayLeavesItsAccountsServing() throws IOException {
        write("a.json", Samples.LOGIN);
        folder.look();
        Files.move(path, path.resolveSibling("elsewhere"));
        folder.look();
        folder.look();

        assertThat(folder.accounts()).hasSize(1);
        assertThat(logs.lines("ERROR")).hasSize(1);

        Files.move(path.resolveSibling("elsewhere"), path);
        folder.look();

        assertThat(news.lines()).containsExactly("+a.json");
    }

    @Test
    void aBrokenListenerDoesNotHarmTheOthers() throws IOException {
        folder.listen(new RecordedNews() {
            @Override
            public void added(Account account) {
                throw new IllegalStateException("a bug");
            }
        });
        var last = new RecordedNews();
        folder.listen(last);
        write("a.json", Samples.LOGIN);
        folder.look();

        assertThat(last.lines()).containsExactly("+a.json");
    }

    @Test
    void watchingFindsNewFilesByItself() throws IOException, InterruptedException {
        var found = new CountDownLatch(1);
        folder.listen(new RecordedNews() {
            @Override
            public void added(Account account) {
                found.countDown();
            }
        });
        folder.watch(Duration.ofMillis(20));
        write("a.json", Samples.LOGIN);

        assertThat(found.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void leftoversOfACrashAreClearedAway() throws IOException {
        var old = Files.writeString(path.resolve(".a.json.123.tmp"), "half");
        Files.setLastModifiedTime(old, FileTime.fromMillis(0));
        var young = Files.writeString(path.resolve(".b.json.456.tmp"), "somebody is writing it");
        var other = Files.writeString(path.resolve(".mine.tmp"), "x");

        AccountFolder.open(path, InstantSource.system()).close();

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(other).exists();
    }

    private void write(String name, String text) throws IOException {
        var file = path.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
