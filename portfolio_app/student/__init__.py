"""The program on a learner's device: screens, actions, the sealed vault and the connection."""
