/** The colour of the paper in the light and the dark theme, as tokens.css has it. */
export const papers = { light: '#fbfaf7', dark: '#16171a' } as const
