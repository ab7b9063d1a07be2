/** What an author may write as the id of a card, or as the name of a deck. */
export const ID_PATTERN = /^[a-z0-9][a-z0-9-]{0,63}$/;
