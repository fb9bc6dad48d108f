export const SPONSOR_REGISTERS = ['uk', 'nl', 'ie', 'dk', 'pt'] as const
export type SponsorRegister = (typeof SPONSOR_REGISTERS)[number]
