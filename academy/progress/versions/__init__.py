"""Steps of this database's schema, in order; a step that was released is never changed."""
