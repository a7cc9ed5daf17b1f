"""ASSESSMENT: what scores come to at every level of a framework. Numbers only, no markup."""
