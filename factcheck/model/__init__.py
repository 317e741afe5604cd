"""The frozen values every stage speaks in; this package knows no language, no file and no rule."""
