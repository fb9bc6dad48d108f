import { personSchema, projectSchema } from '#shared/career.ts'

export function checkEmail(text: string): string | null {
  return personSchema.shape.email.safeParse(text).success ? null : 'Write it as name@example.org. Not saved yet.'
}

export function checkAddress(text: string): string | null {
  return projectSchema.shape.url.safeParse(text).success ? null : 'Begin it with https://. Not saved yet.'
}
