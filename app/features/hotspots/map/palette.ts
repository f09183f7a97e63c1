/** From light to dark, so that the classes differ without colour too, also in print. */
export const SHADE_COLOURS = ['#fff3c4', '#fed27a', '#f79a3b', '#d0611b', '#8c2f0a'] as const

/** For the police's counts: must not be confused with ours. */
export const CRIME_COLOURS = ['#eef3f8', '#c6d8e8', '#8fb4d3', '#4f86b5', '#1d4f82'] as const

export const HOT_LINE = '#1b1d5c'
export const EMERGING_LINE = '#a3004f'

/** The hatch over each of our colours: dark on light, light on dark. */
export const HATCH_COLOURS = ['#6b5d4d', '#6b5d4d', '#5a2a06', '#fff3c4', '#fed27a'] as const
