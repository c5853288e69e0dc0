/** A project file's content without its snapshot head, as plain JSON; unknown keys are kept in it. */
export type FileContent = Readonly<Record<string, unknown>>
