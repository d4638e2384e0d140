/// Images: made from words, or out of other images. Pure. Start at [ImageGenerations].
@NullMarked
package io.geminigateway.openai.images;

import org.jspecify.annotations.NullMarked;
