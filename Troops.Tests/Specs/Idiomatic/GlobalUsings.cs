global using System.Collections.Frozen;
global using System.Collections.Immutable;
global using System.Globalization;
global using System.Numerics;
global using Troops;
global using Troops.Sharing;
