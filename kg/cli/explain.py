"""``kg explain``"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.common import knowledge_option, plain_errors, store_option

if TYPE_CHECKING:
    from rich.text import Text

    from kg.knowledge import Knowledge
    from kg.query.explain import Explanation, Reading

_RULES = {
    "role.title_before_name": "a title right before a name",
    "role.apposition_before_name": "a title set off before a name",
    "role.apposition_after_name": "a title set off behind a name",
    "role.apposition_parsed": "a title in apposition to a name, by the parse",
    "role.paired": "titles and names in two lists of one length",
    "role.appointed": "somebody is named to a post, or takes it from another",
    "role.assumed": "somebody takes office, takes over or assumes command as",
    "role.holding_verb": "a verb of holding a post: heads, leads, chairs",
    "role.serve_as": "serves, acts or works as",
    "role.successor": "a successor or predecessor, who has the same post",
    "statement.according_to": "according to a speaker",
}


@click.command("explain")
@click.argument("fact", metavar="FACT")
@store_option
@knowledge_option
@click.option("--format", "-f", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(fact: str, store: str, knowledge: tuple[Path, ...], form: str) -> None:
    """Show what one fact rests on: its sentences, the words and the rule that read it, who is meant by which words.

    FACT is the IRI of a post (tenure), event or statement as kg query gives it, or the end of one.

    \b
    kg explain budget-talks.event.1042-meeting
    """
    with plain_errors():
        from kg.graph import Store
        from kg.knowledge import load_knowledge
        from kg.query.explain import explain

        with Store(store) as opened:
            explanation = explain(opened, fact)
        if form == "json":
            click.echo(json.dumps(asdict(explanation), ensure_ascii=False, indent=1))
        else:
            _show(explanation, load_knowledge(knowledge))


def _show(explanation: "Explanation", knowledge: "Knowledge") -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    console.print(Text(explanation.label, style="bold"), Text(f"({explanation.kind})"))
    console.print(Text(f"told by {', '.join(explanation.articles)}"), style="dim")
    if explanation.copies:
        console.print(Text(f"also carried by {', '.join(explanation.copies)}"), style="dim")
    for key, value in explanation.details:
        console.print(Text(f"{key.replace('_', ' ')}: {value}"))
    for reading in explanation.readings:
        console.print()
        console.print(_sentence(reading))
        console.print(Text(f"  article     {reading.article}"))
        console.print(Text(f"  rule        {reading.rule}: {describe(reading.rule, knowledge)}"))
        console.print(Text(f"  words       characters {reading.begin} to {reading.end}"))
        for each in dict.fromkeys(reading.read_from):
            who = each.who or "several, by what was told before"
            part = each.part or "also read"
            said = f"“{each.words}” ({each.form}, {each.begin}-{each.end})"
            console.print(Text(f"  {part:<11} {who}  ←  {said}"))
        if reading.cue:
            console.print(Text(f"  modality    because of “{reading.cue[0]}” ({reading.cue[1]}-{reading.cue[2]})"))
        console.print(Text(f"  confidence  {reading.confidence:.2f}"))


def _sentence(reading: "Reading") -> "Text":
    """The sentence with the words that a rule read from underlined."""
    from rich.text import Text

    shown = Text(" ".join(["", *reading.sentence.splitlines()]).strip())
    spans = [(reading.begin, reading.end, "bold underline")]
    spans += [(each.begin, each.end, "underline") for each in reading.read_from]
    for begin, end, style in spans:
        first, last = begin - reading.sentence_begin, end - reading.sentence_begin
        if 0 <= first < last <= len(shown):
            shown.stylize(style, first, last)
    return shown


def describe(rule: str, knowledge: "Knowledge") -> str:
    """What a rule looks for, from the knowledge file where it stands there."""
    frames = {frame.id: frame for frame in knowledge.frames.frames}
    commitments = {each.id: each for each in knowledge.frames.commitments}
    if rule in frames:
        frame = frames[rule]
        words = [*frame.verbs, *frame.nouns, *frame.adjectives]
        objects = frame.objects if isinstance(frame.objects, str) else ", ".join(sorted(frame.objects)[:6])
        with_objects = f" with {objects}" if objects else ""
        return f"frame of {frame.type}{f' ({frame.plover})' if frame.plover else ''}: {', '.join(words[:8])}{' …' if len(words) > 8 else ''}{with_objects}"
    if rule in commitments:
        return f"commitment, a {commitments[rule].type}: who says that it will do something to another side"
    kind, _, word = rule.partition(".")
    known = _RULES.get(rule)
    return known or (f"the verb “{word}” gives or takes a post" if kind == "role" else f"the verb of saying “{word}”")
