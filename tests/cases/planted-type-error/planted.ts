// Wrong on purpose: `npm run check` must find this error, and fails when it does not.
export const shelves: number = 'seven';
