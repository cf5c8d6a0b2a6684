"""What the API says of itself at /api/openapi.json: every errand, with an example of every body."""

from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, Schema, SecurityScheme
from litestar.plugins import OpenAPISchemaPlugin
from litestar.plugins.pydantic import PydanticSchemaPlugin
from litestar.typing import FieldDefinition
from pydantic import BaseModel


class ExamplesToo(PydanticSchemaPlugin):
    """Litestar leaves out the examples that a model as a whole carries in its `json_schema_extra`."""

    def to_openapi_schema(self, field_definition: FieldDefinition, schema_creator: object) -> Schema:
        schema = super().to_openapi_schema(field_definition, schema_creator)  # type: ignore[arg-type]
        if found := _examples(field_definition.annotation):
            schema.examples = found
        return schema


def _examples(annotation: object) -> list[object]:
    if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return []
    extra = annotation.model_config.get("json_schema_extra")
    found = extra.get("examples") if isinstance(extra, dict) else None
    return list(found) if isinstance(found, list) else []


def plugin() -> OpenAPISchemaPlugin:
    return ExamplesToo()


def config() -> OpenAPIConfig:
    return OpenAPIConfig(
        title="Entente",
        version="1",
        description="The same errands as the pages. Sign in with a personal token (Authorization: Bearer) or the session cookie.",
        path="/api",
        render_plugins=[JsonRenderPlugin(path="/openapi.json")],
        components=Components(security_schemes={"token": SecurityScheme(type="http", scheme="bearer")}),
        use_handler_docstrings=True,
    )
