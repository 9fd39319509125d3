/** Commands that a client could have, by what they do. */
export const lensCommands = {
  preview: 'preview',
  answer: 'answer',
  create: 'create',
  readers: 'readers',
  update: 'update',
};
