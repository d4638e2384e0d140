# The gateway in an image: a Java of its own with only what is used, and a cache that Java was trained with, so that it
# starts sooner. Builds for amd64 and arm64 alike:
#   docker buildx build --platform linux/amd64,linux/arm64 -t gemini-gateway .

# --- The jar -------------------------------------------------------------------------------------------------
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY launcher launcher
COPY benchmarks/pom.xml benchmarks/
COPY simulator simulator
COPY app app
RUN ./mvnw -B -q -ntp -Dmaven.test.skip -Dspotless.check.skip -pl app -am package

# --- A Java with the modules that the jar uses ---------------------------------------------------------------
FROM eclipse-temurin:25-jdk AS java
COPY --from=build /src/app/target/gemini-gateway.jar /tmp/
COPY launcher/jlink /tmp/
RUN /tmp/jlink "$JAVA_HOME" /tmp/gemini-gateway.jar /opt/java

# --- The image -----------------------------------------------------------------------------------------------
FROM debian:trixie-slim
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Gemini Gateway" \
  org.opencontainers.image.description="Applications written for OpenAI's API, on a pool of Google Gemini accounts" \
  org.opencontainers.image.licenses="MIT" \
  org.opencontainers.image.base.name="docker.io/library/debian:trixie-slim" \
  org.opencontainers.image.version="$VERSION" \
  org.opencontainers.image.revision="$REVISION"

COPY --from=java /opt/java /opt/java
WORKDIR /opt/gateway
COPY gateway ./
COPY launcher/jdk.sh launcher/
COPY --from=build /src/app/target/gemini-gateway.jar ./
ENV JAVA_HOME=/opt/java

# Trained with the very Java and jar that will run. The two folders are what may be written, once they are mounted.
RUN ./gateway train \
  && mkdir accounts data \
  && chown 1000:1000 accounts data \
  && chmod 700 accounts data

USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["./gateway", "healthcheck"]
ENTRYPOINT ["./gateway"]
CMD ["serve"]
