"""Tender drafts as they come: Word, Markdown or plain text, as passages in reading order."""
