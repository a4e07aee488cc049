namespace Troops.Sharing;

/// <summary>What is left to do of a case once the gates are open: it wakes somebody, so it must not be done under them. False: that one has gone away, and nothing was done.</summary>
internal delegate bool SelectRest();
