"""Google's own SDK for Python against a running gateway: GATEWAY_URL=http://127.0.0.1:3000 python checks.py

The accounts behind it are the simulator's: "echo: x" is answered by x, "do: ..." is done with the tools at hand, and
"look" by what there is to see. The model sim-slow begins after 1 s and says "word" 200 times over some seconds;
sim-broken always fails with 503, sim-refused with 400, sim-unknown with 404.
"""

import asyncio
import io
import os
import pathlib
import sys

from google import genai
from google.genai import errors, types

sys.path.append(str(pathlib.Path(__file__).parent.parent / "python"))
from harness import check, equal, run  # noqa: E402

root = os.environ["GATEWAY_URL"]
model = os.environ.get("GATEWAY_MODEL", "gemini-3.8-flash")
client = genai.Client(
    api_key="any string will do",
    http_options=types.HttpOptions(base_url=root, retry_options=types.HttpRetryOptions(attempts=1)),
)


def refusal(story):
    """The error that the story ends with."""
    try:
        story()
    except errors.APIError as error:
        return error
    raise AssertionError("nothing was refused")


@check("plain answer")
def plain_answer():
    response = client.models.generate_content(model=model, contents="echo: Hello there")

    equal(response.text, "Hello there")
    assert response.usage_metadata.total_token_count > 0


@check("streamed answer, in several events")
def streamed_answer():
    chunks = list(client.models.generate_content_stream(model=model, contents="echo: one two three four five"))

    equal("".join(chunk.text or "" for chunk in chunks), "one two three four five")
    assert len(chunks) > 1


@check("the asynchronous client, several at once")
def at_once():
    async def ask(text):
        told = ""
        async for chunk in await client.aio.models.generate_content_stream(model=model, contents=f"echo: {text}"):
            told += chunk.text or ""
        return told

    async def all_of_them():
        return await asyncio.gather(*(ask(f"question {number}") for number in range(5)))

    equal(asyncio.run(all_of_them()), [f"question {number}" for number in range(5)])


@check("a function that the SDK calls itself, signatures kept")
def own_function():
    asked = []

    def weather(city: str) -> str:
        """The weather in a city."""
        asked.append(city)
        return "21 C"

    response = client.models.generate_content(
        model=model,
        contents='do: weather {"city":"Rome"} & weather {"city":"Oslo"} | weather {"city":"Bergen"} | echo Warm',
        config=types.GenerateContentConfig(tools=[weather]),
    )

    equal(response.text, "Warm")
    equal(asked, ["Rome", "Oslo", "Bergen"])


@check("a chat that remembers")
def chat():
    talk = client.chats.create(model=model)
    talk.send_message("echo: one")
    streamed = "".join(chunk.text or "" for chunk in talk.send_message_stream("echo: two"))

    equal(streamed, "two")
    equal(talk.send_message("echo: three").text, "three")


@check("errors carry the code, the status and the details")
def told_errors():
    refused = refusal(lambda: client.models.generate_content(model="sim-refused", contents="x"))
    unknown = refusal(lambda: list(client.models.generate_content_stream(model="sim-unknown", contents="x")))
    broken = refusal(lambda: client.models.generate_content(model="sim-broken", contents="x"))

    equal((refused.code, refused.status), (400, "INVALID_ARGUMENT"))
    equal((unknown.code, unknown.status), (404, "NOT_FOUND"))
    equal((broken.code, broken.status), (503, "UNAVAILABLE"))
    assert isinstance(broken, errors.ServerError)


@check("tokens are counted and texts embedded")
def counted_and_embedded():
    equal(client.models.count_tokens(model=model, contents="one two three").total_tokens, 3)
    embedded = client.models.embed_content(
        model="gemini-embedding-001",
        contents=["one", "two"],
        config=types.EmbedContentConfig(output_dimensionality=16),
    )
    equal([len(one.values) for one in embedded.embeddings], [16, 16])


@check("models are listed and described")
def models():
    names = [listed.name for listed in client.models.list(config={"page_size": 3})]

    assert len(names) > 3 and f"models/{model}" in names, names
    equal(client.models.get(model=model).name, f"models/{model}")


@check("a file is uploaded in pieces, used, listed and deleted")
def files():
    size = 9 * 1024 * 1024  # more than the SDK sends at once
    file = client.files.upload(file=io.BytesIO(b"x" * size), config={"mime_type": "text/plain"})

    seen = client.models.generate_content(model=model, contents=[file, "look"])
    names = [listed.name for listed in client.files.list()]
    client.files.delete(name=file.name)

    equal(file.size_bytes, size)
    equal(seen.text, f"I see: {file.uri}")
    assert file.name in names
    equal(refusal(lambda: client.files.get(name=file.name)).code, 403)


@check("a cache is made, used and deleted")
def caches():
    cache = client.caches.create(
        model=model, config=types.CreateCachedContentConfig(contents="a long text", ttl="600s")
    )
    for turn in range(4):
        response = client.models.generate_content(
            model=model, contents=f"echo: {turn}", config=types.GenerateContentConfig(cached_content=cache.name)
        )
        equal(response.text, str(turn))
    client.caches.delete(name=cache.name)


run("genai-python")
