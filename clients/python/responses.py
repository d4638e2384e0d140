"""The Responses of the official client. The accounts are the simulator's, as in checks.py."""

import json
import os
import time

import openai
import pydantic
from harness import check

model = os.environ.get("GATEWAY_MODEL", "gemini-3.8-flash")
client = openai.OpenAI(
    base_url=f"{os.environ['GATEWAY_URL']}/v1", api_key="any string will do", max_retries=0, timeout=20
)

ERRAND = 'do: weather {"city":"Rome"} & weather {"city":"Oslo"} | clock {} | echo Rome is warm'
TOOLS = [
    {
        "type": "function",
        "name": name,
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
        "strict": False,
    }
    for name in ("weather", "clock")
]


def tool_loop(step):
    """Runs tools until there are words; each response is said again as it was."""
    items = [{"role": "user", "content": ERRAND}]
    names = []
    while True:
        response = step({"model": model, "input": items, "tools": TOOLS})
        calls = [item for item in response.output if item.type == "function_call"]
        if not calls:
            assert response.output_text == "Rome is warm", response.output_text
            assert names == ["weather", "weather", "clock"], names
            return
        items += [item.to_dict() for item in response.output]
        for call in calls:
            json.loads(call.arguments)
            names.append(call.name)
            items.append({"type": "function_call_output", "call_id": call.call_id, "output": "done"})


@check("responses: plain, with its usage")
def plain():
    response = client.responses.create(model=model, input="echo: Hello there", instructions="Be kind.")

    assert response.output_text == "Hello there"
    assert response.status == "completed"
    assert response.usage.total_tokens == response.usage.input_tokens + response.usage.output_tokens


@check("responses: stream satisfies the client's own accumulator")
def streamed():
    with client.responses.stream(model=model, input="echo: one two three four five six seven") as stream:
        pieces = [event.delta for event in stream if event.type == "response.output_text.delta"]
        response = stream.get_final_response()

    assert response.output_text == "one two three four five six seven"
    assert "".join(pieces) == response.output_text
    assert len(pieces) > 1


@check("responses: three steps of tools")
def tools_whole():
    tool_loop(lambda body: client.responses.create(**body))


@check("responses: three steps of tools, streamed, nothing kept")
def tools_streamed():
    def step(body):
        include = ["reasoning.encrypted_content"]
        with client.responses.stream(**body, store=False, include=include) as stream:
            return stream.get_final_response()

    tool_loop(step)


@check("responses: JSON by a schema becomes an object of the client's own class")
def parsed():
    class Place(pydantic.BaseModel):
        city: str
        celsius: int

    response = client.responses.parse(model=model, input='echo: {"city":"Rome","celsius":21}', text_format=Place)

    assert response.output_parsed == Place(city="Rome", celsius=21)


@check("responses: kept, continued, read and deleted")
def kept():
    first = client.responses.create(model=model, input="echo: first")
    second = client.responses.create(model=model, input="echo: second", previous_response_id=first.id)

    assert second.output_text == "second"
    assert client.responses.retrieve(first.id).output_text == "first"
    assert [item.id for item in client.responses.input_items.list(first.id)]
    client.responses.delete(first.id)
    try:
        client.responses.retrieve(first.id)
        raise AssertionError("it is still there")
    except openai.NotFoundError:
        pass


@check("responses: aborted stream returns at once")
def aborted():
    with client.responses.create(model="sim-slow", input="hi", stream=True) as stream:
        for event in stream:
            if event.type == "response.output_text.delta":
                break
        left = time.monotonic()

    assert time.monotonic() - left < 2


@check("responses: request that Google refuses is a 400, streamed or not")
def refused():
    for stream in (False, True):
        try:
            client.responses.create(model="sim-refused", input="hi", stream=stream)
            raise AssertionError("it was not refused")
        except openai.BadRequestError as error:
            assert error.type == "invalid_request_error", error.type
