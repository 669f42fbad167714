/** What a person may choose as a text, for a file field. */
export const TEXT_FILES = '.txt,.tsv,.csv,text/plain,text/tab-separated-values,text/csv';
