"""A maker of Word drafts that knows nothing of srtool: raw WordprocessingML, in the shapes that real drafts have."""
