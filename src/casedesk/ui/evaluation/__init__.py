"""Evaluation on the screen: results of goals, effects, views, cost, and closing."""
