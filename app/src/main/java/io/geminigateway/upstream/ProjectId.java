package io.geminigateway.upstream;

import io.geminigateway.failure.ErrorType;
import java.util.regex.Pattern;

/// What may stand for a project in a path: an id such as `my-project` or `example.com:my-project`, or a
/// number.
final class ProjectId {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:_-]{0,127}");

    private ProjectId() {}

    static String checked(String project) {
        if (!SAFE.matcher(project).matches()) {
            throw new RefusedException(
                    UpstreamFailure.of(ErrorType.ACCOUNT_PERMISSION_DENIED, "The account's project id is not valid.")
                            .withRemedy("correct \"project_id\" in the account's file"));
        }
        return project;
    }
}
