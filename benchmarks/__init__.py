"""What the project costs and how well it does, as ratios measured side by side."""
