/** The name of the box by which a visitor says that there is none of what a question asks for. */
export const absentName = (key: string): string => `${key}-tidak-ada`;
