/** What can be done at a card; the same functions while the board lives, so that cards are only drawn anew when they change. */
export interface CardActs {
  readonly open: (id: number) => void
  readonly toggle: (id: number) => void
  readonly focus: (id: number) => void
  readonly menu: (id: number, at: Element) => void
  readonly ghosted: (id: number) => void
  readonly remind: (id: number) => void
  readonly notYet: (id: number) => void
}
