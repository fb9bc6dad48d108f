/** Makes the name of a fact (`factIdSchema`), never the same twice. */
export type NewId = () => string
