use serde::{Deserialize, Serialize};

/// What a unit measures.
///
/// Two limits can be compared without further knowledge exactly when their units share a dimension.
/// Kept apart although physics would join them: hardness scales, weighted levels, counts of different
/// things, and most probable numbers against counted colonies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Dimension {
    /// Ratio or fraction; base `1`.
    Ratio,
    /// Volume per mass; base `m³/kg`.
    SpecificVolume,
    /// Length; base `m`.
    Length,
    /// Area; base `m²`.
    Area,
    /// Volume; base `m³`.
    Volume,
    /// Mass; base `kg`.
    Mass,
    /// Time; base `s`.
    Time,
    /// Thermodynamic temperature; base `K`.
    Temperature,
    /// Velocity, and volume flow through an area; base `m/s`.
    Velocity,
    /// Acceleration; base `m/s²`.
    Acceleration,
    /// Frequency; base `Hz`.
    Frequency,
    /// Rotational frequency; base `r/s`.
    RotationalFrequency,
    /// Angular velocity; base `rad/s`.
    AngularVelocity,
    /// Cycles per time; base `1/s`.
    CycleRate,
    /// Plane angle; base `°`.
    Angle,
    /// Force; base `N`.
    Force,
    /// Torque; base `N·m`.
    Torque,
    /// Pressure, stress, strength and modulus; base `Pa`.
    Pressure,
    /// Energy; base `J`.
    Energy,
    /// Power; base `W`.
    Power,
    /// Apparent power; base `VA`.
    ApparentPower,
    /// Power of a photovoltaic module under standard conditions; base `Wp`.
    PeakPower,
    /// Voltage; base `V`.
    Voltage,
    /// Electric current; base `A`.
    Current,
    /// Electric current per area; base `A/m²`.
    CurrentDensity,
    /// Electric charge, battery capacity; base `C`.
    Charge,
    /// Electric resistance; base `Ω`.
    Resistance,
    /// Resistance of a conductor per length; base `Ω/m`.
    ResistancePerLength,
    /// Insulation resistance of a length of cable; base `Ω·m`.
    InsulationResistance,
    /// Resistivity; base `Ω·m`.
    Resistivity,
    /// Resistance times area; base `Ω·m²`.
    AreaResistance,
    /// Electric conductivity; base `S/m`.
    Conductivity,
    /// Electric conductance; base `S`.
    Conductance,
    /// Capacitance; base `F`.
    Capacitance,
    /// Inductance; base `H`.
    Inductance,
    /// Magnetic flux density; base `T`.
    MagneticFluxDensity,
    /// Magnetic field strength; base `A/m`.
    MagneticFieldStrength,
    /// Electric field strength, dielectric strength; base `V/m`.
    ElectricFieldStrength,
    /// Luminous flux; base `lm`.
    LuminousFlux,
    /// Luminous intensity; base `cd`.
    LuminousIntensity,
    /// Luminance; base `cd/m²`.
    Luminance,
    /// Illuminance; base `lx`.
    Illuminance,
    /// Luminous efficacy; base `lm/W`.
    LuminousEfficacy,
    /// Coefficient of retroreflection; base `cd/(lx·m²)`.
    RetroreflectionCoefficient,
    /// Irradiance, heat flux; base `W/m²`.
    Irradiance,
    /// Thermal transmittance; base `W/(m²·K)`.
    ThermalTransmittance,
    /// Thermal conductivity; base `W/(m·K)`.
    ThermalConductivity,
    /// Thermal resistance of an area; base `m²·K/W`.
    ThermalResistance,
    /// Specific heat capacity; base `J/(kg·K)`.
    SpecificHeat,
    /// Coefficient of thermal expansion; base `K⁻¹`.
    ThermalExpansion,
    /// Energy per area: impact strength, dose of light; base `J/m²`.
    EnergyPerArea,
    /// Energy per length: notch impact, driving; base `J/m`.
    EnergyPerLength,
    /// Energy per mass: calorific and nutritional value; base `J/kg`.
    SpecificEnergy,
    /// Energy per volume; base `J/m³`.
    EnergyDensity,
    /// Mass per energy: nutrients, emissions; base `kg/J`.
    MassPerEnergy,
    /// Mass per length: yarn, profile, emission per distance; base `kg/m`.
    LinearDensity,
    /// Length per mass of a yarn; base `Nm (公支)`.
    YarnCount,
    /// Force per linear density of a yarn; base `N·m/kg`.
    Tenacity,
    /// Force per length: tear, peel, surface tension; base `N/m`.
    ForcePerLength,
    /// Mass per area: coating, fabric, migration; base `kg/m²`.
    AreaMass,
    /// Mass per volume: concentration, density; base `kg/m³`.
    MassConcentration,
    /// Mass per area and time: emission, permeability; base `kg/(m²·s)`.
    AreaMassRate,
    /// Volume per time; base `m³/s`.
    VolumeFlow,
    /// Mass per time: flow, melt flow rate, daily intake; base `kg/s`.
    MassFlow,
    /// Mass per body mass and time; base `1/s`.
    DoseRate,
    /// Dynamic viscosity; base `Pa·s`.
    DynamicViscosity,
    /// Kinematic viscosity; base `m²/s`.
    KinematicViscosity,
    /// Amount of substance; base `mol`.
    Amount,
    /// Amount of substance per volume; base `mmol/L`.
    AmountConcentration,
    /// Amount of substance per mass; base `mol/kg`.
    AmountPerMass,
    /// Equivalents per mass: peroxide value; base `eq/kg`.
    EquivalentPerMass,
    /// Acid value; base `mg KOH/g`.
    AcidValue,
    /// Iodine value; base `g I₂/100 g`.
    IodineValue,
    /// Radioactivity; base `Bq`.
    Activity,
    /// Radioactivity per mass; base `Bq/kg`.
    ActivityPerMass,
    /// Radioactivity per volume; base `Bq/m³`.
    ActivityPerVolume,
    /// Absorbed dose; base `Gy`.
    AbsorbedDose,
    /// Dose equivalent; base `Sv`.
    DoseEquivalent,
    /// Dose equivalent per time; base `Sv/s`.
    DoseEquivalentRate,
    /// Level of an unstated weighting; base `dB`.
    Level,
    /// A-weighted sound level; base `dB(A)`.
    SoundLevelA,
    /// C-weighted sound level; base `dB(C)`.
    SoundLevelC,
    /// Attenuation per length; base `dB/m`.
    Attenuation,
    /// Level of field strength over 1 µV/m; base `dB(µV/m)`.
    FieldLevel,
    /// Level of voltage over 1 µV; base `dB(µV)`.
    VoltageLevel,
    /// Acidity; base `pH`.
    Ph,
    /// Brinell hardness; base `HBW`.
    HardnessBrinell,
    /// Vickers hardness; base `HV`.
    HardnessVickers,
    /// Rockwell hardness, scale C; base `HRC`.
    HardnessRockwellC,
    /// Rockwell hardness, scale B; base `HRB`.
    HardnessRockwellB,
    /// Rockwell hardness, scale A; base `HRA`.
    HardnessRockwellA,
    /// Superficial Rockwell hardness, scale 15N; base `HR15N`.
    #[serde(rename = "hardness_rockwell_15n")]
    HardnessRockwell15n,
    /// Superficial Rockwell hardness, scale 30N; base `HR30N`.
    #[serde(rename = "hardness_rockwell_30n")]
    HardnessRockwell30n,
    /// Knoop hardness; base `HK`.
    HardnessKnoop,
    /// Leeb hardness; base `HL`.
    HardnessLeeb,
    /// Shore hardness, type A; base `Shore A`.
    HardnessShoreA,
    /// Shore hardness, type D; base `Shore D`.
    HardnessShoreD,
    /// International rubber hardness; base `IRHD`.
    HardnessIrhd,
    /// Mohs hardness; base `Mohs`.
    HardnessMohs,
    /// Grade on a scale that the method defines; base `级`.
    Grade,
    /// Number of cycles or times; base `次`.
    Cycles,
    /// Number of pieces; base `个`.
    Count,
    /// Number of leaves or thin pieces; base `片`.
    LeafCount,
    /// Colonies per mass; base `CFU/kg`.
    ColonyPerMass,
    /// Most probable number per mass; base `MPN/kg`.
    MpnPerMass,
    /// Colonies per volume; base `CFU/m³`.
    ColonyPerVolume,
    /// Most probable number per volume; base `MPN/m³`.
    MpnPerVolume,
    /// Colonies per area; base `CFU/m²`.
    ColonyPerArea,
    /// International units per mass; base `IU/kg`.
    ActivityUnitPerMass,
    /// Enzyme units per mass; base `U/kg`.
    EnzymePerMass,
    /// Diastase activity of honey; base `Schade`.
    Diastase,
    /// Turbidity; base `NTU`.
    Turbidity,
    /// Platinum-cobalt colour; base `Hazen`.
    ColourHazen,
    /// Soluble solids by refraction; base `°Bx`.
    Brix,
    /// Specular gloss; base `GLU`.
    Gloss,
    /// Twist of a yarn; base `捻/m`.
    Twist,
    /// Threads per length of a fabric; base `threads/m`.
    ThreadDensity,
    /// Mesh count of a sieve; base `目`.
    Mesh,
    /// Fuel per distance; base `m³/m`.
    FuelConsumption,
    /// Distance per fuel; base `m/m³`.
    FuelEconomy,
    /// Plants per area; base `plants/m²`.
    PlantDensity,
    /// Money; base `元`.
    MoneyCny,
}
