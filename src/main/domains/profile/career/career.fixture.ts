import {
  type Career,
  careerSchema,
  type Education,
  educationSchema,
  type Experience,
  experienceSchema,
} from '#shared/career.ts'

/** A career with what a test says of it. */
export function careerOf(parts: Partial<Career>): Career {
  return careerSchema.parse(parts)
}

export function postOf(parts: Partial<Experience>): Experience {
  return experienceSchema.parse({ id: 'post00', company: 'Acme', ...parts })
}

export function degreeOf(parts: Partial<Education>): Education {
  return educationSchema.parse({ id: 'degree00', institution: 'TU Berlin', ...parts })
}

export const bulletsOf = (...texts: readonly string[]): Experience['bullets'] =>
  texts.map((text, at) => ({ id: `bullet${at}`, text }))
