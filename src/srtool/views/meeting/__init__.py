"""Sheets for a talk: the meeting prepared, the letter to a supplier, the handover at award, the client's page."""
