"""The options that commands share, with their help in one language."""

from __future__ import annotations

from typing import Any

import typer

from srtool.texts import Lang, load


class Options:
    """Definitions for the defaults of command functions; a value reaches them as text or yes/no."""

    def __init__(self, lang: Lang) -> None:  # noqa: PLR0915 - a line per option
        words = load(lang, "cli")
        self.words = words
        self.language = lang
        self._help = words["options"]
        self._metavar = words["metavars"]
        self.paths = self._argument("paths")
        self.register = self._argument("register")
        self.code = self._argument("code")
        self.rule_set_id = self._argument("rule_set_id")
        self.rule_set_file = self._argument("rule_set_file")
        self.rule_set_a = self._argument("rule_set_a")
        self.rule_set_b = self._argument("rule_set_b")
        self.block = self._argument("block")
        self.draft = self._argument("draft")
        self.workbook = self._argument("workbook")
        self.supplier_workbook = self._argument("supplier_workbook")
        self.source = self._argument("source")
        self.target = self._argument("target")
        self.rule_set = self._option("rule_set")
        self.rule_set_of_new = self._option("rule_set", explained="rule_set_of_new")
        self.on = self._option("on")
        self.select = self._option("select")
        self.format = self._option("format", "terminal")
        self.lang = self._option("lang")
        self.out = self._option("out")
        self.out_workbook = self._option("out", explained="out_workbook")
        self.previous = self._option("previous")
        self.fail_on = self._option("fail_on", "error")
        self.by = self._option("by")
        self.window = self._option("window")
        self.motivation = self._option("motivation")
        self.write = self._option("write")
        self.into = self._option("into")
        self.supplier = self._option("supplier")
        self.on_import = self._option("on", explained="on_import")
        self.top = self._option("top")
        self.contract = self._option("contract")
        self.silent_after = self._option("silent_after")
        self.fail_on_monitor = self._option("fail_on", "never", "fail_on_monitor")
        self.agenda = self._flag("agenda")
        self.hours = self._option("hours")
        self.months = self._option("months")
        self.start = self._option("start")
        self.end = self._option("end")
        self.amount = self._option("amount")
        self.bonus = self._option("bonus")
        self.on_b = self._option("on_b")
        self.full_time = self._flag("full_time")
        self.all = self._flag("all")
        self.strict = self._flag("strict")
        self.force = self._flag("force")
        self.force_import = self._flag("force", "force_import")
        self.why = self._flag("why")
        self.quiet = self._flag("quiet")
        self.version = self._flag("version")

    def _argument(self, name: str) -> Any:  # noqa: ANN401 - typer's own definitions are Any
        return typer.Argument(None, help=self._help[name], metavar=self._metavar[name], show_default=False)

    def _option(self, name: str, default: str | None = None, explained: str | None = None) -> Any:  # noqa: ANN401 - idem
        flag = "--" + name.replace("_", "-")
        return typer.Option(
            default, flag, help=self._help[explained or name], metavar=self._metavar[name], show_default=False
        )

    def _flag(self, name: str, explained: str | None = None) -> Any:  # noqa: ANN401 - idem
        flag = "--" + name.replace("_", "-")
        return typer.Option(False, flag, help=self._help[explained or name], show_default=False)  # noqa: FBT003 - the default
