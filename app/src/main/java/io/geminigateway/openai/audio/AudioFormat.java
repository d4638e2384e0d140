package io.geminigateway.openai.audio;

/// What speech can be sent as.
enum AudioFormat {
    WAV("audio/wav"),
    /// 16 bits, little-endian, one channel, nothing else.
    PCM("audio/pcm");

    private final String contentType;

    AudioFormat(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }
}
