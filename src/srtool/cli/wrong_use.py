"""typer's errors in the reader's language, with the nearest option where one is near."""

from __future__ import annotations

import re

from typer._click.exceptions import (
    BadArgumentUsage,
    BadOptionUsage,
    BadParameter,
    ClickException,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)

from srtool.cli import saying
from srtool.errors import Problem


def translate(error: ClickException) -> Problem | None:
    """The mistake as a problem of ours; None when the help was shown instead."""
    ctx = getattr(error, "ctx", None)
    command = ctx.command_path if ctx is not None else "srtool"
    values: dict[str, object] = {"command": command}
    match error:
        case NoArgsIsHelpError():
            saying.say(error.message)
            return None
        case NoSuchOption():
            near = (
                [name for param in ctx.command.get_params(ctx) for name in param.opts if name.startswith("--")]
                if ctx
                else []
            )
            return Problem("no_such_option", "", values | {"option": error.option_name, "near": near})
        case BadOptionUsage():
            key = "needs_value" if "requires" in error.message else "no_value"
            return Problem(key, "", values | {"option": error.option_name})
        case MissingParameter():
            kind = "missing_argument" if _is_argument(error) else "missing_option"
            return Problem(kind, "", values | {"name": _name(error)})
        case BadParameter():
            return Problem("bad_value", "", values | {"name": _name(error)})
        case BadArgumentUsage() | UsageError():
            extra = re.search(r" \((.*)\)\.?$", error.message)
            if extra and ctx is not None and not hasattr(ctx.command, "commands"):
                return Problem("extra_arguments", "", values | {"extra": extra[1]})
            if ctx is not None and hasattr(ctx.command, "commands"):
                return Problem("missing_command", "", values | {"example": next(iter(ctx.command.commands))})
    return Problem("wrong_use", "", values)


def _is_argument(error: BadParameter) -> bool:
    return error.param is not None and error.param.param_type_name == "argument"


def _name(error: BadParameter) -> str:
    if error.param is None:
        return ""
    return (error.param.metavar or error.param.name or "") if _is_argument(error) else error.param.opts[0]
