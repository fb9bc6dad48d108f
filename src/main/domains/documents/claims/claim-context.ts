/** The posting that a letter answers: to name it, its employer and what it asks for claims nothing about the user. */
export interface ClaimContext {
  readonly company?: string
  readonly title?: string
  readonly city?: string
  readonly text?: string
}
