// The page's database as a test sees it.

/**
 * All records: `{ store: { name: value } }`; bytes come as text of one letter each. No store where the page has
 * made no database yet: none is made here, for it would be one without stores, and stay so.
 */
export async function records(page) {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("hindcast");
        let isNew = false;
        opening.onupgradeneeded = () => {
          isNew = true;
          opening.transaction.abort();
        };
        opening.onerror = () => (isNew ? resolve({}) : reject(opening.error));
        opening.onsuccess = () => {
          const database = opening.result;
          const stores = [...database.objectStoreNames];
          const found = Object.fromEntries(stores.map((store) => [store, {}]));
          const letters = (value) =>
            value instanceof ArrayBuffer || ArrayBuffer.isView(value)
              ? new TextDecoder("latin1").decode(value)
              : value;
          const transaction = database.transaction(stores);
          for (const store of stores) {
            transaction.objectStore(store).openCursor().onsuccess = ({ target }) => {
              if (!target.result) return;
              found[store][target.result.key] = letters(target.result.value);
              target.result.continue();
            };
          }
          transaction.oncomplete = () => {
            database.close();
            resolve(found);
          };
        };
      }),
  );
}

/** How many records each store that has some holds. */
export async function counts(page) {
  const found = Object.entries(await records(page)).map(([store, it]) => [
    store,
    Object.keys(it).length,
  ]);
  return Object.fromEntries(found.filter(([, count]) => count > 0));
}

/** Puts `[store, name, value]` records. */
export async function put(page, entries) {
  await page.evaluate(
    (entries) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("hindcast");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const stores = [...new Set(entries.map(([store]) => store))];
          const transaction = database.transaction(stores, "readwrite");
          for (const [store, name, value] of entries) {
            transaction.objectStore(store).put(value, name);
          }
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    entries,
  );
}
