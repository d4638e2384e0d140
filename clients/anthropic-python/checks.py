"""Anthropic's official client for Python against a running gateway: GATEWAY_URL=http://127.0.0.1:3000 python checks.py

The accounts behind it are the simulator's: "echo: x" is answered by x, "do: tool {} | echo x" calls a tool first. The
model sim-slow begins after 1 s and says "word" 200 times over some seconds; sim-broken always fails with 503.
"""

import asyncio
import os
import pathlib
import sys
import time

import anthropic
import pydantic

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "python"))
from harness import check, equal, raised, run  # noqa: E402

root = os.environ["GATEWAY_URL"]
model = os.environ.get("GATEWAY_MODEL", "gemini-3.8-flash")
settings = {"base_url": root, "api_key": "any string will do", "max_retries": 0, "timeout": 20}
client = anthropic.Anthropic(**settings)


def asking(text, **more):
    return {"model": model, "max_tokens": 4000, "messages": [{"role": "user", "content": text}], **more}


def text_of(message):
    return "".join(block.text for block in message.content if block.type == "text")


@check("plain answer")
def plain_answer():
    message = client.messages.create(**asking("echo: Hello there"))

    equal((message.type, message.role, message.model), ("message", "assistant", model))
    equal((message.stop_reason, message.stop_sequence), ("end_turn", None))
    equal(text_of(message), "Hello there")
    assert message.usage.input_tokens > 0 and message.usage.output_tokens > 0
    assert message._request_id, "the client finds no request id"


@check("stream, gathered by the client's own accumulator")
def stream():
    text = 'Grüße, 你好 👩‍👩‍👧‍👦 \\ "quotes"\n\ttabs'
    with client.messages.stream(**asking(f"echo: {text}", system="Be brief.")) as events:
        heard = "".join(events.text_stream)
        message = events.get_final_message()

    equal(heard, text)
    equal(text_of(message), text)
    equal(message.stop_reason, "end_turn")
    assert message.usage.output_tokens > 0


@check("raw stream: every event in its order")
def raw_stream():
    types = []
    for event in client.messages.create(**asking("echo: one two three four", stream=True)):
        if types[-1:] != [event.type]:
            types.append(event.type)

    equal(
        types,
        [
            "message_start",
            "content_block_start",
            "content_block_delta",
            "content_block_stop",
            "message_delta",
            "message_stop",
        ],
    )


@check("a stream that is left ends at once")
def left():
    with client.messages.stream(**asking("hi", model="sim-slow")) as events:
        next(iter(events.text_stream))
        begun = time.monotonic()

    assert time.monotonic() - begun < 1, "leaving took long"


WEATHER = {
    "name": "weather",
    "description": "Tells the weather",
    "input_schema": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
}
CLOCK = {"name": "clock", "input_schema": {"type": "object", "properties": {}}}


@check("three steps of tools, streamed, with thoughts brought back")
def tools():
    order = 'do: weather {"city":"Rome"} & weather {"city":"Oslo"} | clock {} | weather {"city":"Bern"} | echo Warm.'
    messages = [{"role": "user", "content": order}]
    calls = []
    for _ in range(8):
        with client.messages.stream(
            model=model, max_tokens=4000, tools=[WEATHER, CLOCK], messages=messages, thinking={"type": "adaptive"}
        ) as events:
            message = events.get_final_message()
        if message.stop_reason != "tool_use":
            break
        uses = [block for block in message.content if block.type == "tool_use"]
        calls += [(use.name, use.input) for use in uses]
        messages.append({"role": "assistant", "content": message.content})
        results = [{"type": "tool_result", "tool_use_id": use.id, "content": "21 C"} for use in uses]
        messages.append({"role": "user", "content": results})

    equal(text_of(message), "Warm.")
    equal(
        calls,
        [("weather", {"city": "Rome"}), ("weather", {"city": "Oslo"}), ("clock", {}), ("weather", {"city": "Bern"})],
    )


class Place(pydantic.BaseModel):
    city: str
    people: int


@check("JSON by a schema becomes an object of the client's own class")
def structured_output():
    told = client.messages.parse(**asking('echo: {"city":"Rome","people":2700000}'), output_format=Place)

    equal(told.parsed_output, Place(city="Rome", people=2700000))


@check("tokens are counted, models are listed")
def counts_and_models():
    assert client.messages.count_tokens(model=model, messages=[{"role": "user", "content": "one two"}]).input_tokens > 0
    ids = [each.id for each in client.models.list(limit=5)]
    assert model in ids and f"claude-{model}" in ids
    equal(len(set(ids)), len(ids))
    equal(client.models.retrieve(model).type, "model")


@check("errors are of the kinds that the client knows")
def errors():
    refused = raised(anthropic.BadRequestError, lambda: client.messages.create(**asking("hi", model="sim-refused")))
    equal(refused.body["error"]["type"], "invalid_request_error")
    assert refused.request_id
    raised(anthropic.NotFoundError, lambda: client.messages.create(**asking("hi", model="sim-unknown")))
    broken = raised(anthropic.APIStatusError, lambda: client.messages.create(**asking("hi", model="sim-broken")))
    equal((broken.status_code, broken.body["error"]["type"]), (529, "overloaded_error"))


@check("twenty requests at once, each with its own answer")
def at_once():
    async def all_of_them():
        async with anthropic.AsyncAnthropic(**settings) as many:
            return await asyncio.gather(*(many.messages.create(**asking(f"echo: token-{i}")) for i in range(20)))

    equal([text_of(message) for message in asyncio.run(all_of_them())], [f"token-{i}" for i in range(20)])


run("anthropic-python")
